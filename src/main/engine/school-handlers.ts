import { schoolFill, talkForSchools, type SchoolFill } from '../use-cases/fill-for-school'
import { readLogo } from '../use-cases/read-logo'
import { talkInSchool } from '../use-cases/talk-in-school'
import { server } from './server'

export const schools = {
  list: server.schools.list.handler(({ context: { library } }) => library.schools.list()),
  get: server.schools.get.handler(({ context: { library }, input: { id } }) => ({ school: library.schools.get(id), brand: library.schools.brandOf(id), history: library.schools.brands.history(id).toReversed() })),
  add: server.schools.add.handler(({ context: { library }, input: { school, brand } }) => library.schools.add(school, brand)),
  change: server.schools.change.handler(({ context: { library }, input: { id, changes } }) => library.schools.change(id, changes)),
  remove: server.schools.remove.handler(async ({ context: { works }, input, signal }) => ({ removed: await works.run('removeSchools', input, { signal }) })),
  setBrand: server.schools.setBrand.handler(({ context: { library }, input: { id, brand } }) => library.schools.useBrand(id, brand)),
  restoreBrand: server.schools.restoreBrand.handler(({ context: { library }, input: { id, brand } }) => library.schools.restoreBrand(id, brand)),
  addLogo: server.schools.addLogo.handler(async ({ context, input: { fileName, content }, signal }) => {
    const { bytes, info } = await readLogo(context.read, fileName, async () => new Uint8Array(await content.arrayBuffer()), signal)
    return context.library.assets.putPicture(bytes, info)
  }),
  fills: server.schools.fills.handler(({ context: { library }, input: { talkId, ids } }) => {
    const talk = talkForSchools(library, talkId, library.talks.get(talkId).markdown)
    const schools = ids.flatMap((id) => library.schools.find(id) ?? [])
    return { slots: [...talk.slots], schools: schools.map((school) => ({ id: school.id, ...writable(schoolFill(library, talk, school, library.schools.brandOf(school.id))) })) }
  }),
  talkIn: server.schools.talkIn.handler(({ context: { library }, input: { id, talkId, markdown, audience } }) => ({ markdown: talkInSchool(library, { id: talkId, markdown, audience, shownAs: {} }, id).markdown })),
  pinCase: server.schools.pinCase.handler(({ context: { library }, input: { talkId, id, slot, material } }) => library.localCases.pin(library.talks.get(talkId).id, library.schools.get(id), slot, material)),
}

const writable = ({ slots, missing }: SchoolFill) => ({ slots: [...slots], missing: [...missing] })
