import { readFile } from 'node:fs/promises'
import { LecternError, type Warning } from '../../shared/outcome'
import type { Session } from './session'

/**
 * The text of a talk's file, which must be UTF-8.
 * @throws LecternError file-not-found, file-unreadable, not-utf-8
 */
export async function readTalkFile(file: string): Promise<string> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw new LecternError('file-not-found', { 'zh-CN': `没有文件 ${file}。请检查文件名和位置。`, en: `There is no file ${file}. Please check its name and place.` })
    throw new LecternError('file-unreadable', { 'zh-CN': `读不了 ${file}。请检查它是不是文件，以及读取权限。`, en: `${file} cannot be read. Please check that it is a file and may be read.` }, { cause: error })
  }
  try {
    // A byte order mark stays: the talk is stored byte for byte.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new LecternError('not-utf-8', { 'zh-CN': `${file} 不是 UTF-8 编码的文本。请用 UTF-8 重新保存后再试。`, en: `${file} is not text in UTF-8. Please save it as UTF-8 and try again.` })
  }
}

/** `file:line: sentence`, as compilers write it, so that editors can jump there. */
export function talkProblem(session: Session, file: string, { place, message }: Warning): string {
  const line = /^line (\d+)$/.exec(place)?.[1]
  return `${file}:${line === undefined ? (place === '' ? '' : ` ${place}:`) : `${line}:`} ${session.say(message)}`
}
