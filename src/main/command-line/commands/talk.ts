import { readFile } from 'node:fs/promises'
import { basename, dirname, join, parse, resolve } from 'node:path'
import { hasPresentationName } from '../../../shared/model/document-names'
import { AssetHash, type TalkId } from '../../../shared/model/ids'
import type { TalkRecord } from '../../../shared/model/talk'
import type { Warning } from '../../../shared/outcome'
import { writeWholeFile } from '../../host/write-whole-file'
import { keepPictures } from '../../use-cases/keep-pictures'
import type { Answer } from '../answer'
import { existingFile } from '../existing-file'
import { findTalk } from '../find-talk'
import type { Session } from '../session'
import { readTalkFile, talkProblem } from '../talk-file'
import { UsageError } from '../usage-error'
import { notFound } from './show'

/**
 * `talk import FILE.md`: stored even with problems in it; each is reported with its line. Pictures beside the file come along. `talk import FILE.pptx`: a
 * presentation becomes a talk; what was not taken over is reported.
 */
export async function importTalkFile(session: Session, file: string): Promise<Answer> {
  if (hasPresentationName(file)) return importDeckFile(session, file)
  const markdown = await keepPictures(session.engine.context.library, await readTalkFile(file), dirname(resolve(file)))
  const { talk, warnings } = await session.client.talks.importMarkdown({ fileName: basename(file), markdown })
  return answerOf(session, talk, warnings, warnings.map((warning) => talkProblem(session, file, warning)))
}

async function importDeckFile(session: Session, file: string): Promise<Answer> {
  const path = await existingFile(file)
  const { talk, warnings } = await session.client.talks.importDeck({ fileName: basename(file), content: new Blob([await readFile(path)]) })
  return answerOf(session, talk, warnings, warnings.map((warning) => talkProblem(session, file, warning)))
}

const answerOf = (session: Session, talk: TalkRecord, warnings: readonly Warning[], problems: readonly string[]): Answer => ({
  json: { id: talk.id, title: talk.title, warnings: warnings.map(({ code, place, message }) => ({ code, place, message: session.say(message) })) },
  lines: [`${talk.id}  ${talk.title}`],
  problems: [...problems],
})

/** `talk export TALK --to FILE.md`: the text as stored; its pictures go into a folder beside the file, and their addresses follow. */
export async function exportTalkFile(session: Session, name: string, to: string | undefined): Promise<Answer> {
  if (to === undefined) throw new UsageError({ 'zh-CN': 'talk export 需要 --to 文件.md。', en: 'talk export needs --to FILE.md.' })
  const id: TalkId | null = await findTalk(session, name)
  if (id === null) throw notFound(name)
  const { markdown } = await session.client.talks.get({ id })
  const file = resolve(to)
  const { text, pictures } = await withPicturesBeside(session, markdown, `${parse(file).name}.pictures`)
  for (const picture of pictures) await writeWholeFile(join(dirname(file), picture.name), picture.bytes)
  await writeWholeFile(file, new TextEncoder().encode(text))
  return { json: { id, path: file, pictures: pictures.length }, lines: [file], problems: [] }
}

type PictureFile = { readonly name: string; readonly bytes: Uint8Array }

/** Gives each stored picture a file name in a folder, relative to the talk's file. */
async function withPicturesBeside(session: Session, markdown: string, folder: string): Promise<{ text: string; pictures: PictureFile[] }> {
  const hashes = [...new Set([...markdown.matchAll(/\]\(asset:([0-9a-f]{64})/g)].map((match) => AssetHash.parse(match[1])))]
  const pictures: PictureFile[] = []
  let text = markdown
  for (const { hash, mime } of await session.client.assets.describe({ hashes })) {
    const name = `${folder}/${hash.slice(0, 16)}.${mime === 'image/png' ? 'png' : 'jpg'}`
    const content = await session.client.assets.content({ hash })
    pictures.push({ name, bytes: new Uint8Array(await content.arrayBuffer()) })
    text = text.replaceAll(`](asset:${hash}`, `](${encodeURI(name).replaceAll(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'))}`)
  }
  return { text, pictures }
}
