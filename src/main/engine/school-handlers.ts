import { server } from './server'

export const schools = {
  list: server.schools.list.handler(({ context: { library } }) => library.schools.list()),
  get: server.schools.get.handler(({ context: { library }, input: { id } }) => ({ school: library.schools.get(id), brand: library.schools.brandOf(id), history: library.schools.brands.history(id).toReversed() })),
  add: server.schools.add.handler(({ context: { library }, input: { school, brand } }) => library.schools.add(school, brand)),
  change: server.schools.change.handler(({ context: { library }, input: { id, changes } }) => library.schools.change(id, changes)),
  remove: server.schools.remove.handler(({ context: { library }, input: { ids } }) => ({ removed: library.schools.remove(ids) })),
  useBrand: server.schools.useBrand.handler(({ context: { library }, input: { id, brand } }) => library.schools.useBrand(id, brand)),
  restoreBrand: server.schools.restoreBrand.handler(({ context: { library }, input: { id, brand } }) => library.schools.restoreBrand(id, brand)),
}
