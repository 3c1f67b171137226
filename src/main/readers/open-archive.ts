import { readZip, ZipError, type ZipArchive } from '../zip/read-zip'
import { damagedFile, tooLarge } from './refusals'

/** An archive, through the gate. @throws LecternError `too-large`, `damaged-file` */
export const openArchive = (bytes: Uint8Array): ZipArchive => {
  try {
    return readZip(bytes)
  } catch (error) {
    if (!(error instanceof ZipError)) throw error
    switch (error.fault) {
      case 'too-large':
        throw tooLarge(error)
      case 'damaged':
      case 'hostile':
        throw damagedFile(error)
    }
  }
}
