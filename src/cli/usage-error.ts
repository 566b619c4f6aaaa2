/** Arguments that cannot be used, in words for whoever typed them. */
export class UsageError extends Error {}
