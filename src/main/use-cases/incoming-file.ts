import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Binary } from '../../shared/contract/binary'
import { translateStorageError } from '../library/storage-errors'

/** Bytes that a window sent, as a file: archives are read from the disk, whatever their size. @throws LecternError `disk-full` */
export async function writeIncoming(file: string, content: Binary): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, new Uint8Array(await content.arrayBuffer()))
  } catch (error) {
    throw translateStorageError(error)
  }
}
