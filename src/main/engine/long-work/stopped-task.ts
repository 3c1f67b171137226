import { LecternError } from '../../../shared/outcome'

/** A long task was stopped before its end. */
export const stoppedTask = (): LecternError => new LecternError('cancelled', { 'zh-CN': '已经停止，素材库没有改动。', en: 'Stopped. The library is unchanged.' })
