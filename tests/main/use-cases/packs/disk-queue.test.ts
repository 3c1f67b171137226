import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { DiskQueue } from '../../../../src/main/use-cases/packs/disk-queue'

it('settles when all files are on the disk, is used again, and tells once of one that could not be', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-disk-queue-'))
  const paths = Array.from({ length: 20 }, (_, index) => join(folder, String(index)))
  for (const path of paths) writeFileSync(path, path)
  const queue = new DiskQueue()
  queue.add(paths.slice(0, 5))
  queue.add(paths.slice(5))
  await queue.settle()
  queue.add([paths[0]!, join(folder, 'not-there'), paths[1]!])
  await expect(queue.settle()).rejects.toThrow(expect.objectContaining({ code: 'ENOENT' }))
  queue.add(paths)
  await queue.settle()
  rmSync(folder, { recursive: true })
})
