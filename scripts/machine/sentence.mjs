/** Does this computer speak Chinese? The same rule as the app's: every Chinese locale reads zh-CN. */
export const chinese = /^zh\b/i.test(new Intl.DateTimeFormat().resolvedOptions().locale)

/** @param {string} zh @param {string} en */
export const sentence = (zh, en) => (chinese ? zh : en)

/** Ends a script with one sentence instead of a stack. */
export class Stop extends Error {
  /** @param {string} message @param {number} [exitCode] */
  constructor(message, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

/** Runs a script's main function; a {@link Stop} becomes its sentence, anything else stays a defect with its stack. @param {() => Promise<number | void>} main */
export async function runScript(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    console.error(error instanceof Stop ? error.message : error)
    process.exitCode = error instanceof Stop ? error.exitCode : 1
  }
}
