/** Forms that are remembered: those that some copies have in common among those that only one has. */
const KEPT = 4

/** So many copies in a row with a form that was never seen: then it is likely another in every copy, and one in so many is remembered still, should that change. */
const PATIENCE = 16

/**
 * The forms that one thing had in the copies before. What is another in every copy is hardly remembered: it would be for nothing, and memory that outlives one copy is the dearest to clear up.
 */
export class KnownForms<Form> {
  #forms: readonly Form[] = []
  #unknown = 0

  /** @param isWanted asked of the form that was used last first */
  find(isWanted: (form: Form) => boolean): Form | undefined {
    const found = this.#forms.find(isWanted)
    if (found === undefined) return undefined
    this.#unknown = 0
    this.#put(found)
    return found
  }

  /** Remembers a form that was not found. */
  add(form: Form): void {
    this.#unknown++
    if (this.#unknown <= PATIENCE || this.#unknown % PATIENCE === 0) this.#put(form)
  }

  #put(form: Form): void {
    if (form !== this.#forms[0]) this.#forms = [form, ...this.#forms.filter((one) => one !== form)].slice(0, KEPT)
  }
}
