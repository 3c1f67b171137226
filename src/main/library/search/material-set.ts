/** Some of the materials, as a mark for every number: laid over 200,000 hits it costs a fraction of a millisecond, and as many bytes as there are numbers. */
export class MaterialSet {
  static #made = 0
  /** Tells sets apart for those who remember answers. */
  readonly id = ++MaterialSet.#made

  /**
   * @param marks by material number: 1 for those in the set, 0 for others
   * @param missing the numbers of those that are not in it, where these are few; null: the marks alone tell
   */
  constructor(
    readonly marks: Uint8Array,
    readonly missing: readonly number[] | null = null,
  ) {}

  has(no: number): boolean {
    return this.marks[no] === 1
  }
}
