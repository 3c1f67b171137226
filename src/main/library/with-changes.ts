/** `value` with the changes laid over it; a change that is undefined changes nothing. */
export const withChanges = <T extends object>(value: T, changes: Partial<T>): T => ({
  ...value,
  ...(Object.fromEntries(Object.entries(changes).filter(([, change]) => change !== undefined)) as Partial<T>),
})
