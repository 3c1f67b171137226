import { mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { LecternError } from '../../shared/outcome'

/**
 * Writes a file into a folder that the user named, so that it appears whole or not at all: temporary name → fsync → rename.
 * @throws LecternError cannot-write, naming the file
 */
export async function writeWholeFile(file: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${file}.unfinished-${process.pid}`
  try {
    await mkdir(dirname(file), { recursive: true })
    const handle = await open(unfinished, 'w')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {})
    throw cannotWrite(file, error)
  }
}

const reasons: Readonly<Record<string, readonly [string, string]>> = {
  ENOSPC: ['磁盘已满', 'the disk is full'],
  EACCES: ['没有写入的权限', 'writing there is not allowed'],
  EPERM: ['没有写入的权限', 'writing there is not allowed'],
  EROFS: ['那里是只读的', 'that place is read-only'],
  EBUSY: ['文件正被别的程序使用', 'another program is using the file'],
  EISDIR: ['那里有一个同名的文件夹', 'there is a folder of that name'],
  ENOTDIR: ['路径中有一段不是文件夹', 'a part of the path is not a folder'],
  EEXIST: ['路径中有一段不是文件夹', 'a part of the path is not a folder'],
}

/** Says in the user's words why a file in a folder of theirs could not be written. */
export function cannotWrite(file: string, error: unknown): LecternError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const [zh, en] = reasons[code] ?? [code, code]
  return new LecternError(
    'cannot-write',
    { 'zh-CN': `写不了 ${file}：${zh}。原有的文件没有改动；请换一个位置再试。`, en: `Cannot write ${basename(file)} to ${dirname(file)}: ${en}. Existing files are unchanged; please choose another place.` },
    { cause: error },
  )
}
