import { spawn } from 'node:child_process'
import { freemem } from 'node:os'

/**
 * Holds memory in pieces and, once told to by a line, lets them go one by one so that as much stays free as was then. A piece's buffer is transferred to one of no bytes, which frees it at once,
 * without waiting for anything to be collected. Ends with whoever started it, also where that one is killed: gigabytes are not left behind.
 */
const HOLDER = `
import { readFileSync } from 'node:fs'
const PIECE = 8 * 2 ** 20
const free = () => Number(/^MemFree:\\s+(\\d+)/m.exec(readFileSync('/proc/meminfo', 'latin1'))[1]) * 1024
const pieces = Array.from({ length: Number(process.argv[1]) / PIECE }, () => new Uint8Array(PIECE).fill(1).buffer)
process.stdout.write('held')
process.stdin.once('end', () => process.exit())
process.stdin.once('data', () => {
  const kept = free()
  setInterval(() => { for (let lacking = kept - free(); lacking > 0 && pieces.length > 0; lacking -= PIECE) pieces.pop().transfer(0) }, 10)
})`

/**
 * Takes memory and lets it go as others take it, so that what is measured meanwhile is given memory that was used a moment ago, as on a computer that has been on for a while. The host of a virtual
 * machine may hand out memory only when it is first touched, and the processor that touches it stands still for so long, whichever thread has its turn: up to a tenth of a second was seen, with the
 * kernel's own threads waiting; and what is free goes back to it in time. Does nothing on other systems than Linux.
 * @param bytes to be given out in all; no more than half of what is free
 */
export async function memoryAtHand(bytes: number): Promise<{ readonly letGo: () => void; readonly end: () => void }> {
  if (process.platform !== 'linux') return { letGo: () => undefined, end: () => undefined }
  const holder = spawn(process.execPath, ['--input-type=module', '-e', HOLDER, String(Math.min(bytes, freemem() / 2))], { stdio: ['pipe', 'pipe', 'inherit'] })
  await new Promise((resolve, reject) => {
    holder.stdout.once('data', resolve)
    holder.once('exit', () => reject(new Error('Memory could not be held.')))
  })
  return { letGo: () => void holder.stdin.write('\n'), end: () => void holder.kill('SIGKILL') }
}
