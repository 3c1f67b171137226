import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** Linux alone tells how large a process was at its largest, and forgets it on request (man proc, "clear_refs"). */
export const TELLS_PEAKS = existsSync('/proc/self/clear_refs')

/** The largest resident size of a process so far, or since it was {@link forgetPeak forgotten}, in megabytes: all of its threads, 66 MB of the program itself among it. */
export const peakOf = (pid: number): number => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1000

export const forgetPeak = (pid: number): void => writeFileSync(`/proc/${pid}/clear_refs`, '5')

/** What a process holds now, in megabytes; what it shares with others, as the program itself with other processes of Node, counts in their number's part. */
export const heldBy = (pid: number): number => (Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? Number.NaN) * 1024) / 1e6
