/** What a command found: the same for `--json` and for reading. */
export type Answer = {
  /** The one JSON document of `--json` (formats.md, "Command line"). */
  readonly json: object
  /** Lines for a person, without `--json`. */
  readonly lines: readonly string[]
  /** Sentences for standard error; any makes the exit code 1, although what could be done was done. */
  readonly problems: readonly string[]
}
