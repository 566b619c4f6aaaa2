/** The values of `accessModes`. */
export const ACCESS_MODES: readonly string[] = ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'];

/** What people write for them, as kubectl prints them. */
export const SHORT_MODES: Readonly<Record<string, string>> = {
  RWO: 'ReadWriteOnce', ROX: 'ReadOnlyMany', RWX: 'ReadWriteMany', RWOP: 'ReadWriteOncePod',
};
