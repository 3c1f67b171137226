import { existsSync } from 'node:fs'
import { dirname, extname, join, resolve } from 'node:path'
import { ExportKind, ScriptPreset, type ExportedFile, type ExportEvent } from '../../../shared/contract/talks'
import { builtIn } from '../../../shared/formats/talk-formats'
import { colourModes, designNames, type Look, lookOf, reveals, slideRatios, type TalkLook, transitions } from '../../../shared/model/look'
import type { OwnDesign } from '../../../shared/model/own-design'
import { defaultSettings } from '../../../shared/model/settings'
import type { Warning } from '../../../shared/outcome'
import { writeWholeFile } from '../../host/write-whole-file'
import { noPress } from '../../printing/press'
import { exportTalk } from '../../use-cases/export-talk'
import { filePictures } from '../../use-cases/file-pictures'
import { noDesigns } from '../../use-cases/talk-designs'
import { talkInSchool } from '../../use-cases/talk-in-school'
import { libraryPictures, picturesOfBoth } from '../../use-cases/talk-pictures'
import type { Answer } from '../answer'
import { designsForFile } from '../designs-for-file'
import { findSchool } from '../find-school'
import { findTalk } from '../find-talk'
import type { Session } from '../session'
import { readTalkFile, talkProblem } from '../talk-file'
import { UsageError } from '../usage-error'
import { designNamed } from './design'
import { notFound } from './show'

type Wish = { readonly kinds: readonly ExportKind[]; readonly preset: ScriptPreset; readonly audience: string; readonly shownAs: Partial<TalkLook>; readonly slidePictures: boolean; readonly school: string | undefined }

/**
 * `export TALK --to DIR`: writes the files of a talk, each whole or not at all. A `.md` file is exported without storing it. Problems in the
 * talk's text are reported with file and line, and the files are written all the same.
 */
export async function exportFiles(session: Session, name: string, options: { to?: string; formats?: string; audience?: string; preset?: string; 'slide-pictures'?: boolean; school?: string } & { readonly [Key in keyof Look]?: string }): Promise<Answer> {
  const { to } = options
  if (to === undefined) throw new UsageError({ 'zh-CN': 'export 需要 --to 文件夹。', en: 'export needs --to DIR.' })
  const wish: Wish = { kinds: kindsFrom(options.formats), preset: presetFrom(options.preset), audience: options.audience ?? '', shownAs: await lookFrom(session, options), slidePictures: options['slide-pictures'] ?? false, school: options.school }
  const started = performance.now()
  const events = extname(name).toLowerCase() === '.md' && existsSync(name) ? await fromFile(session, name, wish) : await fromLibrary(session, name, wish)
  const { files, warnings } = await finished(session, events)
  const folder = resolve(to)
  const written: { path: string; kind: ExportKind; bytes: number }[] = []
  for (const { name: fileName, kind, content } of files) {
    const path = join(folder, fileName)
    const bytes = new Uint8Array(await content.arrayBuffer())
    await writeWholeFile(path, bytes)
    written.push({ path, kind, bytes: bytes.byteLength })
  }
  const reported = warnings.map(({ code, place, message }) => ({ code, place, message: session.say(message) }))
  return {
    json: { files: written, warnings: reported, ms: Math.round(performance.now() - started) },
    lines: written.map(({ path }) => path),
    problems: warnings.map((warning) => talkProblem(session, name, warning)),
  }
}

async function fromFile(session: Session, file: string, { school, ...wish }: Wish): Promise<AsyncIterable<ExportEvent>> {
  const markdown = await readTalkFile(file)
  const own = await filePictures(markdown, dirname(resolve(file)))
  // Without a school, no library is opened.
  const inSchool = school === undefined ? { markdown } : talkInSchool(session.engine.context.library, { id: null, markdown, audience: wish.audience, shownAs: wish.shownAs }, findSchool(session, school))
  const designs = designsForFile(session, markdown, wish.shownAs)
  const pictures = school === undefined && designs === noDesigns ? own : picturesOfBoth(own, libraryPictures(session.engine.context.library))
  return exportTalk({ ...wish, ...inSchool, designs, pictures, cited: () => null, paceOf: () => defaultSettings.pace, catalogue: builtIn, openPress: session.options.openPress ?? noPress, stopwatch: () => performance.now() }, session.signal)
}

async function fromLibrary(session: Session, name: string, { kinds, preset, audience, shownAs, slidePictures, school }: Wish): Promise<AsyncIterable<ExportEvent>> {
  const id = await findTalk(session, name)
  if (id === null) throw notFound(name)
  return session.client.talks.export({ id, kinds: [...kinds], preset, audience, shownAs, slidePictures, school: school === undefined ? null : findSchool(session, school) }, { signal: session.signal })
}

async function finished(session: Session, events: AsyncIterable<ExportEvent>): Promise<{ files: readonly ExportedFile[]; warnings: readonly Warning[] }> {
  for await (const event of events) {
    if (event.type === 'finished') return event
    session.progress(`${event.done + 1}/${event.total} ${event.kind}`)
  }
  throw new Error('An export ended without a result.')
}

function kindsFrom(list: string | undefined): ExportKind[] {
  if (list === undefined) return ['slides', 'script', 'markdown']
  const names = list.split(',').map((name) => name.trim())
  return [...new Set(names)].map((name) => {
    const kind = ExportKind.safeParse(name)
    if (kind.success) return kind.data
    const all = ExportKind.options
    throw new UsageError({ 'zh-CN': `--formats 中的“${name}”不能生成，可以写：${all.join(',')}。`, en: `--formats cannot make “${name}”; it takes: ${all.join(',')}.` })
  })
}

export function presetFrom(name: string | undefined): ScriptPreset {
  const preset = ScriptPreset.safeParse(name ?? 'official')
  if (preset.success) return preset.data
  throw new UsageError({ 'zh-CN': `--preset 只能是 ${ScriptPreset.options.join('、')}，不能是“${name}”。`, en: `--preset is one of ${ScriptPreset.options.join(', ')}, not “${name}”.` })
}

const lookNames = { design: designNames, mode: colourModes, ratio: slideRatios, transition: transitions, reveal: reveals } as const

/** What is asked for of a look; what is not, the talk decides. */
export async function lookFrom(session: Session, options: { readonly [Key in keyof Look]?: string }): Promise<Partial<TalkLook>> {
  const asked = (key: keyof Look): Partial<Look> => {
    const written = options[key]
    if (written === undefined) return {}
    const read = lookOf(key, written)
    if (read !== null && written.trim() !== '') return { [key]: read }
    const all: readonly string[] = lookNames[key]
    throw new UsageError({ 'zh-CN': `--${key} 只能是 ${all.join('、')}，不能是“${written}”。`, en: `--${key} is one of ${all.join(', ')}, not “${written}”.` })
  }
  const design = options.design?.trim() ?? ''
  const own = design !== '' && lookOf('design', design) === null ? await templateNamed(session, design) : null
  const named = own === null ? { ...asked('design'), ...(design === '' ? {} : { template: '' }) } : { template: own.key }
  return { ...named, ...asked('mode'), ...asked('ratio'), ...asked('transition'), ...asked('reveal') }
}

/** A template of the user's own. @throws UsageError with the designs that there are */
async function templateNamed(session: Session, name: string): Promise<OwnDesign> {
  // To begin a library for its templates would help nobody.
  const own = session.engineOfLibrary === null ? [] : await session.client.designs.list()
  const found = designNamed(own, name)
  if (found !== undefined) return found
  const all = [...lookNames.design, ...own.map(({ key }) => key)]
  throw new UsageError({ 'zh-CN': `--design 只能是 ${all.join('、')}，不能是“${name}”；学校自己的模板用 design import 导入。`, en: `--design is one of ${all.join(', ')}, not “${name}”; a template of your own comes in with design import.` })
}
