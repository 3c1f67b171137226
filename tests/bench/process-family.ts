/** What a process and those that it started take together, as Linux tells it (man proc). */
import { readdirSync, readFileSync } from 'node:fs'

const read = (path: string): string => {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return '' // gone meanwhile
  }
}

/** Numbers of the processes that the threads of this one have started. */
const children = (): readonly number[] => readdirSync('/proc/self/task').flatMap((thread) => read(`/proc/self/task/${thread}/children`).split(' ').filter((pid) => pid !== '').map(Number))

/** Bytes in memory of this process and its children; what they share counts once. */
export const familyMemory = (): number => [process.pid, ...children()].reduce((sum, pid) => sum + Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1024, 0)

/** Ticks of the clock that processor time is counted in: a hundred a second on every Linux. */
const TICK = 10

/** Milliseconds of processor time that the children have used. */
export const childrenTime = (): number =>
  children().reduce((sum, pid) => {
    // Behind the name, which may hold anything, the twelfth and thirteenth field.
    const fields = read(`/proc/${pid}/stat`).replace(/^.*\)/, '').split(' ')
    return sum + (Number(fields[12] ?? 0) + Number(fields[13] ?? 0)) * TICK
  }, 0)
