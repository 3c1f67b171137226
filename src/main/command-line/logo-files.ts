import { readFile, realpath, stat } from 'node:fs/promises'
import { relative, resolve, sep } from 'node:path'
import { LecternError } from '../../shared/outcome'
import type { LogoSource } from '../use-cases/preview-school-table'
import { filesInFolder } from './files-in-folder'

/** Files that are looked at for logos. */
const MOST_FILES = 50_000

const notReadable = () => new LecternError('logo-not-readable', { 'zh-CN': '文件读不了。', en: 'The file cannot be read.' })

/**
 * The pictures in a folder. Only what really lies in it is read, links followed.
 * @param folder the one that the user named, with all beneath it; or that of the table, of which only the files that the table names are looked at
 */
export async function logoFiles(folder: string, named: boolean): Promise<LogoSource> {
  const root = await realpath(folder).catch(() => {
    throw new LecternError('folder-not-found', { 'zh-CN': `没有文件夹“${folder}”。请检查 --logos。`, en: `There is no folder “${folder}”. Please check --logos.` })
  })
  const inside = async (path: string): Promise<string | null> => {
    const file = await realpath(resolve(root, path)).catch(() => null)
    return file !== null && file.startsWith(root.endsWith(sep) ? root : root + sep) && (await stat(file)).isFile() ? file : null
  }
  return {
    paths: async (cells) => {
      const paths: string[] = []
      if (!named) {
        for (const cell of new Set(cells)) if ((await inside(cell.replaceAll('\\', '/'))) !== null) paths.push(cell.replaceAll('\\', '/'))
        return paths
      }
      for await (const file of filesInFolder(root)) {
        paths.push(relative(root, file).split(sep).join('/'))
        if (paths.length >= MOST_FILES) break
      }
      return paths
    },
    read: async (path) => {
      const file = await inside(path)
      if (file === null) throw notReadable()
      return new Uint8Array(
        await readFile(file).catch(() => {
          throw notReadable()
        }),
      )
    },
  }
}
