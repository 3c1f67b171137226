export const highestOf = (nos: Int32Array, size: number): number => {
  let highest = 0
  for (let index = 0; index < size; index++) if ((nos[index] as number) > highest) highest = nos[index] as number
  return highest
}
