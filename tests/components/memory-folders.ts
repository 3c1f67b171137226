import { implement } from '@orpc/server'
import { contract } from '../../src/shared/contract'
import { LecternError } from '../../src/shared/outcome'

/** A few folders of nobody’s computer; `/home/example/上锁` cannot be read. */
export function memoryFolders(chosenByDialog: string | null = null, opened: string[] = []) {
  const server = implement(contract)
  const paths = new Set(['/', '/home', '/home/example', '/home/example/上锁', '/home/example/文档', '/home/example/文档/宣讲包', '/home/example/文档/照片'])
  const above = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/'
  const listing = (path: string) => {
    if (path === '/home/example/上锁') throw new LecternError('folder-not-readable', { 'zh-CN': '没有权限查看这个文件夹', en: 'You are not allowed to look into this folder' })
    if (!paths.has(path)) throw new LecternError('folder-gone', { 'zh-CN': '没有这个文件夹', en: 'There is no such folder' })
    const inside = [...paths].filter((one) => one !== '/' && above(one) === path)
    return { path, parent: path === '/' ? null : above(path), folders: inside.map((one) => ({ name: one.slice(one.lastIndexOf('/') + 1), path: one })), more: 0 }
  }
  const nearest = (path: string): string => (paths.has(path) ? path : nearest(above(path)))
  return {
    choose: server.folders.choose.handler(() => ({ dialog: chosenByDialog !== null, path: chosenByDialog })),
    places: server.folders.places.handler(() => [
      { kind: 'home' as const, path: '/home/example' },
      { kind: 'documents' as const, path: '/home/example/文档' },
      { kind: 'drive' as const, path: '/' },
      { kind: 'recent' as const, path: '/home/example/文档/宣讲包' },
    ]),
    list: server.folders.list.handler(({ input }) => listing(input.nearest ? nearest(input.path ?? '/home/example') : (input.path ?? '/home/example'))),
    open: server.folders.open.handler(({ input }) => void opened.push(input.path)),
    make: server.folders.make.handler(({ input }) => {
      const path = `${input.parent}/${input.name}`
      paths.add(path)
      return { path }
    }),
  }
}
