import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { designNames } from '../../../shared/model/look'
import type { OwnDesign } from '../../../shared/model/own-design'
import { LecternError } from '../../../shared/outcome'
import type { Answer } from '../answer'
import { existingFile } from '../existing-file'
import type { Session } from '../session'
import { talkProblem } from '../talk-file'

/** `design import FILE.potx|.pptx [--name NAME]`: a template becomes a design that talks may name; what was left behind is reported. */
export async function importDesignFile(session: Session, file: string, name: string | undefined): Promise<Answer> {
  const path = await existingFile(file)
  const { design: added, warnings } = await session.client.designs.add({ fileName: basename(file), content: new Blob([await readFile(path)]) })
  const design = name === undefined ? added : await session.client.designs.change({ id: added.id, name })
  return {
    json: { ...summary(session, design), warnings: warnings.map(({ code, message }) => ({ code, message: session.say(message) })) },
    lines: [line(session, design)],
    problems: warnings.map((warning) => talkProblem(session, file, warning)),
  }
}

/** `design list`: the built-in designs, then the user's own. */
export async function listDesigns(session: Session): Promise<Answer> {
  const own = await session.client.designs.list()
  const items = [...designNames.map((key) => ({ key, id: null })), ...own.map((design) => summary(session, design))]
  return { json: { items }, lines: [...designNames, ...own.map((design) => line(session, design))], problems: [] }
}

/** `design remove NAME`: talks that name it fall back to a built-in design; undo brings it back. */
export async function removeDesign(session: Session, name: string): Promise<Answer> {
  const design = await findDesign(session, name)
  await session.client.designs.remove({ id: design.id })
  return { json: { id: design.id, key: design.key }, lines: [line(session, design)], problems: [] }
}

/** A design of the user's own by its key, its name or its id. */
export const designNamed = (own: readonly OwnDesign[], name: string): OwnDesign | undefined =>
  own.find(({ key }) => key === name) ?? own.find(({ id, definition }) => id === name || definition.name['zh-CN'] === name || definition.name.en === name)

/** @throws LecternError `design-not-found` */
async function findDesign(session: Session, name: string): Promise<OwnDesign> {
  const found = designNamed(await session.client.designs.list(), name)
  if (found !== undefined) return found
  throw new LecternError('design-not-found', { 'zh-CN': `没有叫“${name}”的模板。lectern design list 列出全部。`, en: `There is no template called “${name}”; lectern design list shows all.` })
}

const summary = (session: Session, { id, key, definition: { name, template } }: OwnDesign) => ({ key, id, name: session.say(name), layouts: template.layouts.length })
const line = (session: Session, { key, definition }: OwnDesign): string => `${key}  ${session.say(definition.name)}`
