import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { LecternError } from '../../shared/outcome'

/** The absolute path of a file that is there. @throws LecternError `file-not-found` */
export async function existingFile(file: string): Promise<string> {
  const path = resolve(file)
  const found = await stat(path).catch(() => null)
  if (found?.isFile() !== true) throw new LecternError('file-not-found', { 'zh-CN': `没有文件 ${file}。请检查文件名和位置。`, en: `There is no file ${file}. Please check its name and place.` })
  return path
}
