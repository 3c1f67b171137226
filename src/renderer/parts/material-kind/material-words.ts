import type { CaseStage, MaterialKind, MaterialStatus } from '../../../shared/model/material'
import { defineMessages } from '../../i18n/messages'

// The words of the domain for what a material is (product.md).

export const kindNames = defineMessages<Record<MaterialKind, string>>(
  { policy: '政策条文', theory: '理论阐释', story: '故事', case: '案例', data: '数据', quote: '引文', question: '问题', activity: '活动', picture: '图片', note: '笔记' },
  { policy: 'Policy clause', theory: 'Theory', story: 'Story', case: 'Case study', data: 'Data', quote: 'Quotation', question: 'Question', activity: 'Activity', picture: 'Picture', note: 'Note' },
)

export const stageNames = defineMessages<Record<CaseStage, string>>(
  { reviewed: '已评审', adopted: '已采纳', 'in-practice': '实践中', feedback: '有反馈' },
  { reviewed: 'Reviewed', adopted: 'Adopted', 'in-practice': 'In practice', feedback: 'With feedback' },
)

export const statusNames = defineMessages<Record<MaterialStatus, string>>(
  { draft: '草稿', approved: '已审定', retired: '停用' },
  { draft: 'Draft', approved: 'Approved', retired: 'Retired' },
)
