import type { CasePart } from '../../../../shared/model/case-study'
import type { consentStates } from '../../../../shared/model/material'
import { defineMessages } from '../../../i18n/messages'

export const partNames = defineMessages<Record<CasePart, string>>({ background: '背景', action: '做法', result: '成效', lesson: '启示' }, { background: 'Background', action: 'Action', result: 'Result', lesson: 'Lesson' })

export const partHints = defineMessages<Record<CasePart, string>>(
  { background: '遇到了什么问题？', action: '做了什么？', result: '变化有多大？写上数字。', lesson: '别的学校能学什么？' },
  { background: 'What was the problem?', action: 'What was done?', result: 'What changed? Give figures.', lesson: 'What can other schools take from it?' },
)

export const consentNames = defineMessages<Record<(typeof consentStates)[number], string>>({ none: '未询问', asked: '已询问，待答复', given: '已同意' }, { none: 'Not asked', asked: 'Asked, no answer yet', given: 'Given' })

export const messages = defineMessages(
  {
    case: '案例',
    missing: (parts: string) => `还没有写：${parts}`,
    chain: '落地进展',
    noSteps: '还没有记录进展。',
    addStep: '记一笔进展',
    stage: '阶段',
    date: '日期',
    dateHint: '记不清可以不填。',
    note: '说明',
    noDate: '日期不详',
    save: '保存',
    cancel: '取消',
    editStep: (stage: string, date: string) => `修改“${stage}”（${date}）`,
    removeStep: (stage: string, date: string) => `删除“${stage}”（${date}）`,
    stepAdded: '已记下进展',
    stepChanged: '已修改进展',
    stepRemoved: '已删除进展',
    consent: '当事人同意',
    consentIs: (state: string) => `当事人同意：${state}`,
    consentNote: '同意的依据',
    consentNoteHint: '谁、何时、凭什么。',
    notReached: '还没有到这一步',
  },
  {
    case: 'Case study',
    missing: (parts: string) => `Not told yet: ${parts}`,
    chain: 'Into practice',
    noSteps: 'No steps recorded yet.',
    addStep: 'Record a step',
    stage: 'Stage',
    date: 'Date',
    dateHint: 'May stay empty.',
    note: 'Note',
    noDate: 'date unknown',
    save: 'Save',
    cancel: 'Cancel',
    editStep: (stage: string, date: string) => `Edit “${stage}” (${date})`,
    removeStep: (stage: string, date: string) => `Delete “${stage}” (${date})`,
    stepAdded: 'Step recorded',
    stepChanged: 'Step changed',
    stepRemoved: 'Step deleted',
    consent: 'Consent of the people shown',
    consentIs: (state) => `Consent of the people shown: ${state}`,
    consentNote: 'Grounds of the consent',
    consentNoteHint: 'Whose, when, on what paper.',
    notReached: 'Not there yet',
  },
)
