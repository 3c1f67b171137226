import { readdirSync } from 'node:fs'
import { constants, setPriority } from 'node:os'

/**
 * Lets everybody else have a processor before this process. On Linux every thread has a priority of its own, with which those that it starts begin: it is set for all that are there, among them V8's own, which
 * clear up after the others.
 */
export function letOthersComeFirst(): void {
  try {
    if (process.platform === 'linux') for (const thread of readdirSync('/proc/self/task')) setPriority(Number(thread), constants.priority.PRIORITY_LOW)
    else setPriority(constants.priority.PRIORITY_LOW)
  } catch {
    // A sandbox may refuse it; the work is done all the same.
  }
}
