import { existsSync } from 'node:fs'
import { dirname, extname, resolve } from 'node:path'
import { citedByTitle } from '../../../shared/citation/cited-by-title'
import { builtIn } from '../../../shared/formats/talk-formats'
import { defaultSettings } from '../../../shared/model/settings'
import { checkTalk, type Severity, type TalkFinding } from '../../use-cases/check-talk'
import { filePictures } from '../../use-cases/file-pictures'
import { paceOfSpeaker } from '../../use-cases/pace-of-speaker'
import { talkCatalogue } from '../../use-cases/talk-catalogue'
import { talkInStep } from '../../use-cases/talk-in-step'
import { designsOf } from '../../use-cases/talk-designs'
import { libraryPictures } from '../../use-cases/talk-pictures'
import type { Answer } from '../answer'
import { designsForFile } from '../designs-for-file'
import { findTalk } from '../find-talk'
import type { Session } from '../session'
import { readTalkFile, talkProblem } from '../talk-file'
import { notFound } from './show'

/** `check TALK`: the check before a talk. A `.md` file is checked without storing it. Errors alone make the exit code 1. */
export async function check(session: Session, name: string, audience = ''): Promise<Answer> {
  const isFile = extname(name).toLowerCase() === '.md' && existsSync(name)
  const findings = isFile ? await inFile(session, name, audience) : await inLibrary(session, name, audience)
  const say = (finding: TalkFinding): string => {
    const where = talkProblem(session, name, { ...finding, code: finding.rule })
    const of = finding.place === '' && finding.title !== '' ? ` [${finding.title}]` : ''
    return `${where}${of}${finding.suggestion === undefined ? '' : ` ${session.say(finding.suggestion)}`}`
  }
  return {
    json: { findings: findings.map(({ message, suggestion, ...finding }) => ({ ...finding, message: session.say(message), ...(suggestion && { suggestion: session.say(suggestion) }) })) },
    lines: findings.filter(({ severity }) => severity !== 'error').map((finding) => `${session.say(names[finding.severity])}  ${say(finding)}`),
    problems: findings.filter(({ severity }) => severity === 'error').map(say),
  }
}

const names: Readonly<Record<Severity, { readonly 'zh-CN': string; readonly en: string }>> = {
  error: { 'zh-CN': '错误', en: 'error' },
  warning: { 'zh-CN': '提醒', en: 'warning' },
  hint: { 'zh-CN': '建议', en: 'hint' },
}

async function inFile(session: Session, file: string, audience: string): Promise<readonly TalkFinding[]> {
  const markdown = await readTalkFile(file)
  return checkTalk({ markdown, audience, pictures: await filePictures(markdown, dirname(resolve(file))), cited: () => null, paceOf: () => defaultSettings.pace, catalogue: builtIn, designs: designsForFile(session, markdown) }, [])
}

async function inLibrary(session: Session, name: string, audience: string): Promise<readonly TalkFinding[]> {
  const id = await findTalk(session, name)
  if (id === null) throw notFound(name)
  const { library } = session.engine.context
  const { markdown } = library.talks.get(id)
  return checkTalk({ markdown, audience, pictures: libraryPictures(library), cited: citedByTitle(library.sources.list()), paceOf: paceOfSpeaker(library), catalogue: talkCatalogue(library), designs: designsOf(library) }, talkInStep(library, id))
}
