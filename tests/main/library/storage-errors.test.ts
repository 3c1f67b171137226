import { describe, expect, it } from 'vitest'
import { translateStorageError } from '../../../src/main/library/storage-errors'

const withCode = (code: string) => Object.assign(new Error('as the system says it'), { code })

describe('what the disk refuses', () => {
  it.each([
    ['SQLITE_FULL', 'disk-full'],
    ['SQLITE_IOERR_SHMSIZE', 'disk-full'],
    ['ENOSPC', 'disk-full'],
    ['SQLITE_READONLY_DBMOVED', 'library-read-only'],
    ['SQLITE_CANTOPEN', 'library-read-only'],
    ['EROFS', 'library-read-only'],
    ['SQLITE_BUSY', 'library-locked'],
    ['SQLITE_BUSY_SNAPSHOT', 'library-locked'],
    ['SQLITE_CORRUPT_VTAB', 'library-damaged'],
    ['SQLITE_NOTADB', 'library-damaged'],
  ])('%s is told as %s', (code, expected) => {
    expect(translateStorageError(withCode(code))).toMatchObject({ code: expected })
  })

  it('keeps everything else as it is: a defect of ours is no fault of the disk', () => {
    for (const error of [withCode('SQLITE_CONSTRAINT'), withCode('SQLITE_ERROR'), new TypeError('x'), 'text']) expect(translateStorageError(error)).toBe(error)
  })

  it('never speaks of deleting', () => {
    for (const code of ['SQLITE_FULL', 'SQLITE_READONLY', 'SQLITE_BUSY', 'SQLITE_CORRUPT']) {
      expect(JSON.stringify(translateStorageError(withCode(code)))).not.toMatch(/删|delete|remove/i)
    }
  })
})
