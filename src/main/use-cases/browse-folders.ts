import { access, mkdir, readdir, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, dirname, isAbsolute, join, resolve } from 'node:path'
import type { FolderListing, FolderPlace } from '../../shared/contract/folders'
import { LecternError } from '../../shared/outcome'
import { safeFileName } from '../../shared/safe-file-name'
import { cannotWrite } from '../host/write-whole-file'

/** Folders beyond which nobody looks through a list; the path can be typed. */
const MOST_LISTED = 2000
/** What every file system takes as one name (NAME_MAX, NTFS). */
const LONGEST_NAME = 80

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** @throws LecternError `folder-not-absolute` */
export function absoluteFolder(path: string): string {
  if (isAbsolute(path)) return resolve(path)
  throw new LecternError('folder-not-absolute', { 'zh-CN': '请写出文件夹的完整位置，例如 D:\\宣讲包 或 /home/我/宣讲包。', en: 'Please give the folder’s whole path, such as D:\\Packs or /home/me/Packs.' })
}

const gone = (path: string) => new LecternError('folder-gone', { 'zh-CN': `没有这个文件夹：${path}`, en: `There is no such folder: ${path}` })
const notReadable = (path: string, cause: unknown) => new LecternError('folder-not-readable', { 'zh-CN': `没有权限查看这个文件夹：${path}`, en: `You are not allowed to look into this folder: ${path}` }, { cause })

/** Whether an entry of a folder leads into a folder; a link that leads nowhere does not. */
async function leadsIntoFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    return false
  }
}

/**
 * @returns the whole path of a folder that is there
 * @throws LecternError `folder-not-absolute`, `folder-gone`
 */
export async function existingFolder(path: string): Promise<string> {
  const folder = absoluteFolder(path)
  if (!(await leadsIntoFolder(folder))) throw gone(folder)
  return folder
}

/**
 * The folders in a folder, by name. Files are passed over, and so are hidden folders.
 * @param path null for the user's home
 * @param most how many are listed; of the others their number is told
 * @throws LecternError `folder-not-absolute`, `folder-gone`, `folder-not-readable`
 */
export async function listFolders(path: string | null, most: number = MOST_LISTED): Promise<FolderListing> {
  const folder = path === null ? homedir() : absoluteFolder(path)
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    const code = codeOf(error)
    throw code === 'ENOENT' || code === 'ENOTDIR' ? gone(folder) : notReadable(folder, error)
  })
  const shown = entries.filter(({ name }) => !/^[.$]/.test(name))
  const isFolder = await Promise.all(shown.map(async (entry) => entry.isDirectory() || (entry.isSymbolicLink() && leadsIntoFolder(join(folder, entry.name)))))
  const inOrder = new Intl.Collator('zh-CN', { numeric: true })
  const names = shown.filter((_entry, index) => isFolder[index]).map(({ name }) => name).toSorted(inOrder.compare)
  const above = dirname(folder)
  return { path: folder, parent: above === folder ? null : above, folders: names.slice(0, most).map((name) => ({ name, path: join(folder, name) })), more: Math.max(0, names.length - most) }
}

/**
 * The same of the nearest folder above that is there and can be read, the folder itself first.
 * @throws LecternError `folder-not-absolute`, or why not even the top of the disk can be listed
 */
export async function listNearestFolders(path: string | null): Promise<FolderListing> {
  let folder = path === null ? homedir() : absoluteFolder(path)
  for (;;) {
    try {
      return await listFolders(folder)
    } catch (error) {
      const above = dirname(folder)
      if (above === folder) throw error
      folder = above
    }
  }
}

/**
 * Makes a folder. The name is made one that every file system takes.
 * @throws LecternError `folder-name` where nothing of it can be kept, `folder-exists`, `cannot-write`
 */
export async function makeFolder(parent: string, name: string): Promise<string> {
  const safe = safeFileName(name, LONGEST_NAME)
  if (safe === '') throw new LecternError('folder-name', { 'zh-CN': '请给新文件夹起个名字。', en: 'Please give the new folder a name.' })
  const path = join(absoluteFolder(parent), safe)
  try {
    await mkdir(path)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new LecternError('folder-exists', { 'zh-CN': `这里已经有“${safe}”了。`, en: `There is already a “${safe}” here.` })
    throw cannotWrite(path, error)
  }
  return path
}

/** Names of the user's own folders on Windows, macOS and Linux desktops in English and Chinese (xdg-user-dirs). */
const OWN = [
  ['desktop', ['Desktop', '桌面']],
  ['documents', ['Documents', '文档']],
  ['downloads', ['Downloads', '下载']],
] as const

const isThere = async (path: string): Promise<boolean> => access(path).then(() => true, () => false)
const thereOf = async (paths: readonly string[]): Promise<string[]> => {
  const there = await Promise.all(paths.map(isThere))
  return paths.filter((_path, index) => there[index])
}

/** Disks and what is plugged in. A letter on Windows; where macOS and Linux desktops mount what one plugs in, after the top of all. */
async function drives(platform: NodeJS.Platform, userName: string): Promise<string[]> {
  if (platform === 'win32') return thereOf(Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ', (letter) => `${letter}:\\`))
  const mounts = platform === 'darwin' ? ['/Volumes'] : [`/media/${userName}`, `/run/media/${userName}`]
  const plugged = await Promise.all(mounts.map((mount) => listFolders(mount).then(({ folders }) => folders.map(({ path }) => path), () => [])))
  return ['/', ...plugged.flat()]
}

/**
 * Where one begins to look for a folder.
 * @param recent used before, the latest first; those that are gone are passed over
 */
export async function folderPlaces(recent: readonly string[], home: string = homedir(), platform: NodeJS.Platform = process.platform): Promise<FolderPlace[]> {
  const own = await Promise.all(
    OWN.map(async ([kind, names]) => {
      const [path] = await thereOf(names.map((name) => join(home, name)))
      return path === undefined ? [] : [{ kind, path }]
    }),
  )
  return [
    { kind: 'home', path: home },
    ...own.flat(),
    ...(await drives(platform, basename(home))).map((path) => ({ kind: 'drive' as const, path })),
    ...(await thereOf(recent)).map((path) => ({ kind: 'recent' as const, path })),
  ]
}
