import type { DoctorReport, Repair } from '../../../shared/contract/app'
import type { Localized } from '../../../shared/language'
import type { Answer } from '../answer'
import { progressOf } from '../packing-progress'
import type { Session } from '../session'

const done: Readonly<Record<Repair, Localized>> = {
  'rebuild-derived': { 'zh-CN': '已重建搜索索引和引用记录。', en: 'The search index and the record of citations were made anew.' },
  'accept-loss': { 'zh-CN': '已知道有修改缺失，从现在的内容继续。', en: 'The missing changes are accepted; the library goes on from what it holds.' },
}

/** `doctor [--repair]`: is the library sound? With `--repair`, does what can be done without touching what the user wrote, and looks again. */
export async function doctor(session: Session, repair: boolean): Promise<Answer> {
  const { works } = session.engine.context
  const options = { signal: session.signal, watch: progressOf(session) }
  let report: DoctorReport = await works.run('examine', null, options)
  const repaired = repair ? [...new Set(report.problems.flatMap((problem) => problem.repair ?? []))] : []
  for (const deed of repaired) {
    await works.run('repair', { repair: deed }, options)
    report = await works.run('examine', null, options)
  }
  const sentences = (list: readonly { readonly code: string; readonly message: Localized }[]) => list.map(({ code, message }) => ({ code, message: session.say(message) }))
  const problems = sentences(report.problems)
  const hints = sentences(report.hints)
  const fine = session.say({ 'zh-CN': '素材库完好。', en: 'The library is sound.' })
  const offer = session.say({ 'zh-CN': '其中有的可以用 lectern doctor --repair 处理。', en: 'Some of this lectern doctor --repair takes care of.' })
  const offers = report.problems.some((problem) => problem.repair !== undefined)
  return {
    json: { ok: report.ok, problems, hints, repaired },
    lines: [...repaired.map((deed) => session.say(done[deed])), ...(report.ok ? [fine] : []), ...hints.map(({ message }) => message)],
    problems: [...problems.map(({ message }) => message), ...(offers ? [offer] : [])],
  }
}
