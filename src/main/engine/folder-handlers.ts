import { existingFolder, folderPlaces, listFolders, listNearestFolders, makeFolder } from '../use-cases/browse-folders'
import { folderNotOpened } from './door-folder-opener'
import { server } from './server'

export const folders = {
  choose: server.folders.choose.handler(async ({ context: { folderDialog }, input }) => (folderDialog === null ? { dialog: false, path: null } : { dialog: true, path: await folderDialog(input) })),
  places: server.folders.places.handler(({ context }) => folderPlaces(context.recentFolders.all())),
  list: server.folders.list.handler(({ input: { path, nearest } }) => (nearest ? listNearestFolders(path) : listFolders(path))),
  open: server.folders.open.handler(async ({ context: { folderOpener, recentFolders }, input: { path } }) => {
    const folder = await existingFolder(path)
    // Only where Lectern itself wrote to: nothing that somebody else laid down is opened from a page.
    if (folderOpener === null || !recentFolders.has(folder)) throw folderNotOpened()
    await folderOpener(folder)
  }),
  make: server.folders.make.handler(async ({ input: { parent, name } }) => ({ path: await makeFolder(parent, name) })),
}
