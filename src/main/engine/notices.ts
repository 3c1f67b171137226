import type { Notice } from '../../shared/contract/app'
import type { Failure } from '../../shared/contract/failure'
import { cloudNotice, cloudServiceOf } from '../library/cloud-folder'

const backupFailed = ({ message }: Failure): Notice => ({
  code: 'backup-failed',
  message: { 'zh-CN': `今天的自动备份没有做成：${message['zh-CN']}讲台会再试，素材库本身不受影响。`, en: `Today’s automatic backup was not made: ${message.en} Lectern will try again; the library itself is unaffected.` },
})

const openedACopy = (original: string, copy: string): Notice => ({
  code: 'opened-a-copy',
  message: {
    'zh-CN': `${original} 不能写入，现在打开的是它的副本 ${copy}。修改都存在副本里，原来的素材库没有变。`,
    en: `${original} cannot be written to; this is a copy of it at ${copy}. Changes are stored in the copy, and the original stays as it is.`,
  },
})

/**
 * What the window keeps telling while this library is open.
 * @param path of the open library's folder; `copyOf` the one that was asked for when this is a copy; `backupFailure` why the last automatic backup failed
 */
export const noticesOf = ({ path, copyOf, backupFailure }: { readonly path: string; readonly copyOf: string | null; readonly backupFailure: Failure | null }): Notice[] => {
  const cloud = cloudServiceOf(path)
  return [...(copyOf === null ? [] : [openedACopy(copyOf, path)]), ...(cloud === null ? [] : [cloudNotice(cloud)]), ...(backupFailure === null ? [] : [backupFailed(backupFailure)])]
}
