/** What is waited for, or an error that names it when the time is over. */
export function within<Value>(milliseconds: number, what: string, wait: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`waited ${milliseconds / 1000} s for ${what}`)), milliseconds);
    wait.finally(() => clearTimeout(timer)).then(resolve, reject);
  });
}
