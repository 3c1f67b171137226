import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { withStorageErrors } from './storage-errors'

/** Waits until the file's bytes are on the disk. */
export const syncFile = (file: string): void => {
  const descriptor = openSync(file, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Waits until the folder's list of names is on the disk. Windows neither has nor needs it: NTFS journals its names. */
export const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

const sleep = (milliseconds: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)

/** A virus scanner may hold a fresh file for a moment (Windows: EBUSY, EPERM, EACCES): a few more tries, then the error. */
const renamePatiently = (from: string, to: string): void => {
  for (const pause of [10, 40, 160, 0]) {
    try {
      renameSync(from, to)
      return
    } catch (error) {
      if (pause === 0 || process.platform !== 'win32') throw error
      sleep(pause)
    }
  }
}

/**
 * Writes a file so that a reader, a crash or a power cut ever sees the whole of it or none: temporary name → fsync → rename → fsync of the folder.
 *
 * @throws LecternError `disk-full`, `library-read-only`
 */
export const writeAtomically = (file: string, bytes: Uint8Array): void =>
  withStorageErrors(() => {
    const folder = dirname(file)
    const unfinished = `${file}.tmp`
    mkdirSync(folder, { recursive: true })
    try {
      const descriptor = openSync(unfinished, 'w')
      try {
        for (let written = 0; written < bytes.byteLength; ) written += writeSync(descriptor, bytes, written)
        fsyncSync(descriptor)
      } finally {
        closeSync(descriptor)
      }
      renamePatiently(unfinished, file)
    } catch (error) {
      rmSync(unfinished, { force: true })
      throw error
    }
    syncFolder(folder)
  })
