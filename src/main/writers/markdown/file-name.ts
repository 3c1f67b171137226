import { safeFileName } from '../../../shared/safe-file-name'

const LONGEST = 60

/** A title as a file name that every file system takes, and that no other record has: the end of the id follows. */
export const fileNameFor = (title: string, id: string, extension: string): string => `${safeFileName(title, LONGEST) || '_'} ${id.slice(-8)}.${extension}`
