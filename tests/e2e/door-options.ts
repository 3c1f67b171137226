/** Which door a run goes through; each is a project of `playwright.config.ts`. */
export type DoorOptions = { door: 'browser' | 'electron' }
