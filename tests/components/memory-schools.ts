import { implement } from '@orpc/server'
import { schoolTokens } from '../../src/shared/brand/school-tokens'
import { contract } from '../../src/shared/contract'
import { fillTokens } from '../../src/shared/markdown/fill-tokens'
import { Brand, plainBrand, type BrandDraft } from '../../src/shared/model/brand'
import { School, type SchoolId } from '../../src/shared/model/school'
import { gone } from './memory-gone'
import type { HeldSchool, MemoryStore } from './memory-held'

const inUse = ({ brands }: HeldSchool): Brand => brands.at(-1) ?? gone('品牌')

/** Schools and their brands, from memory. */
export function memorySchools(env: MemoryStore) {
  const server = implement(contract)
  const find = (id: SchoolId): HeldSchool => env.held.schools.find(({ school }) => school.id === id) ?? gone('学校')
  const put = (changed: HeldSchool, label: string) => env.commit({ schools: env.held.schools.map((one) => (one.school.id === changed.school.id ? changed : one)) }, { 'zh-CN': label, en: label })
  const brandFor = (schoolId: SchoolId, draft: BrandDraft): Brand => Brand.parse({ ...draft, id: env.newId(), schoolId, createdAt: env.tick(), retiredAt: null })
  const use = (id: SchoolId, draft: BrandDraft): Brand => {
    const held = find(id)
    const next = brandFor(id, draft)
    put({ ...held, brands: [...held.brands.map((brand) => ({ ...brand, retiredAt: brand.retiredAt ?? next.createdAt })), next] }, '修改品牌')
    return next
  }
  return {
    list: server.schools.list.handler(() =>
      env.held.schools.map((held) => {
        const { id, name, short, district, level } = held.school
        const { series, primary, accent, logo } = inUse(held)
        return { id, name, short, district, level, series, primary, accent, logo }
      }),
    ),
    get: server.schools.get.handler(({ input }) => ({ school: find(input.id).school, brand: inUse(find(input.id)), history: find(input.id).brands.toReversed() })),
    add: server.schools.add.handler(({ input }) => {
      const at = env.tick()
      const school = School.parse({ ...input.school, id: env.newId(), createdAt: at, updatedAt: at })
      env.commit({ schools: [...env.held.schools, { school, brands: [brandFor(school.id, input.brand ?? plainBrand)] }] }, { 'zh-CN': '新建学校', en: 'Add a school' })
      return school
    }),
    change: server.schools.change.handler(({ input }) => {
      const held = find(input.id)
      put({ ...held, school: { ...held.school, ...input.changes, updatedAt: env.tick() } }, '修改学校')
      return find(input.id).school
    }),
    remove: server.schools.remove.handler(({ input }) => {
      const kept = env.held.schools.filter(({ school }) => !input.ids.includes(school.id))
      const removed = env.held.schools.length - kept.length
      env.commit({ schools: kept }, { 'zh-CN': '删除学校', en: 'Delete schools' })
      return { removed }
    }),
    addLogo: server.schools.addLogo.handler(() => gone('图片')),
    fills: server.schools.fills.handler(({ input }) => ({ slots: [], schools: input.ids.map((id) => ({ id, slots: [], missing: [] })) })),
    talkIn: server.schools.talkIn.handler(({ input }) => ({ markdown: fillTokens(input.markdown, schoolTokens(find(input.id).school, inUse(find(input.id)))) })),
    pinCase: server.schools.pinCase.handler(() => undefined),
    setBrand: server.schools.setBrand.handler(({ input }) => use(input.id, input.brand)),
    restoreBrand: server.schools.restoreBrand.handler(({ input }) => use(input.id, find(input.id).brands.find(({ id }) => id === input.brand) ?? gone('品牌'))),
  }
}
