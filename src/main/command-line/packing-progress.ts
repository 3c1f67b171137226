import type { Session } from './session'

/** Shows how far a file is, in per cent. */
export const progressOf =
  (session: Session) =>
  (done: number, total: number): void =>
    session.progress(`${total === 0 ? 100 : Math.floor((done / total) * 100)} %`)
