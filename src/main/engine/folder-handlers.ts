import { folderPlaces, listFolders, listNearestFolders, makeFolder } from '../use-cases/browse-folders'
import { server } from './server'

export const folders = {
  choose: server.folders.choose.handler(async ({ context: { folderDialog }, input }) => (folderDialog === null ? { dialog: false, path: null } : { dialog: true, path: await folderDialog(input) })),
  places: server.folders.places.handler(({ context }) => folderPlaces(context.recentFolders.all())),
  list: server.folders.list.handler(({ input: { path, nearest } }) => (nearest ? listNearestFolders(path) : listFolders(path))),
  make: server.folders.make.handler(async ({ input: { parent, name } }) => ({ path: await makeFolder(parent, name) })),
}
