export * from './rules/finding';
