import { LecternError } from '../../shared/outcome'

export const materialNotFound = () =>
  new LecternError('material-not-found', { 'zh-CN': '没有找到这条素材，它可能已经被删除。删除的内容在回收站里，可以恢复。', en: 'This material is not in the library; it may have been deleted. What was deleted is in the trash and can be restored.' })

export const sourceNotFound = () =>
  new LecternError('source-not-found', { 'zh-CN': '没有找到这份出处，它可能已经被删除。删除的内容在回收站里，可以恢复。', en: 'This source is not in the library; it may have been deleted. What was deleted is in the trash and can be restored.' })

export const talkNotFound = () =>
  new LecternError('talk-not-found', { 'zh-CN': '没有找到这篇宣讲稿，它可能已经被删除。删除的内容在回收站里，可以恢复。', en: 'This talk is not in the library; it may have been deleted. What was deleted is in the trash and can be restored.' })

export const assetNotFound = () =>
  new LecternError('asset-not-found', { 'zh-CN': '没有找到这个文件，素材库里其他内容不受影响。请重新添加它。', en: 'This file is not in the library; everything else is unaffected. Please add it again.' })
