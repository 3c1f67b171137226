import { spawn, type ChildProcess } from 'node:child_process'
import { freemem } from 'node:os'

/** Bytes that are held by one process, and let go together. */
const PIECE = 512 * 2 ** 20
/** Milliseconds between two pieces: packs for schools take this much in the time. */
const INTERVAL = 2000
const HOLD = `const held = Buffer.alloc(${PIECE}, 1); process.stdout.write('held'); setInterval(() => held[0], 1e6)`

/**
 * Takes memory and lets it go piece by piece, so that what is measured meanwhile is given memory that was used a moment ago. The host of a virtual machine may hand out memory only when it is first
 * touched, and the processor that touches it stands still for so long, whichever thread has its turn: up to a tenth of a second was seen, with the kernel's own threads waiting.
 * @param bytes to be given out in all; no more than half of what is free
 */
export async function memoryAtHand(bytes: number): Promise<{ readonly letGo: () => void; readonly end: () => void }> {
  const holders: ChildProcess[] = []
  for (let held = 0; held < Math.min(bytes, freemem() / 2); held += PIECE) {
    const holder = spawn(process.execPath, ['-e', HOLD], { stdio: ['ignore', 'pipe', 'inherit'] })
    holders.push(holder)
    await new Promise((resolve, reject) => {
      holder.stdout.once('data', resolve)
      holder.once('exit', () => reject(new Error('Memory could not be held.')))
    })
  }
  let timer: NodeJS.Timeout | undefined
  return {
    letGo: () => (timer ??= setInterval(() => void holders.pop()?.kill('SIGKILL'), INTERVAL)),
    end: () => {
      clearInterval(timer)
      for (const holder of holders.splice(0)) holder.kill('SIGKILL')
    },
  }
}
