import { LecternError } from '../../src/shared/outcome'

/** @throws LecternError `not-found`, always */
export const gone = (what: string): never => {
  throw new LecternError('not-found', { 'zh-CN': `${what}不在了`, en: `${what} is gone` })
}
