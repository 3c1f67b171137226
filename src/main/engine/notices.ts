import type { Notice } from '../../shared/contract/app'
import type { Failure } from '../../shared/contract/failure'
import { cloudNotice, cloudServiceOf } from '../library/cloud-folder'

const backupFailed = ({ message }: Failure): Notice => ({
  code: 'backup-failed',
  message: { 'zh-CN': `今天的自动备份没有做成：${message['zh-CN']}讲台会再试，素材库本身不受影响。`, en: `Today’s automatic backup was not made: ${message.en} Lectern will try again; the library itself is unaffected.` },
})

/**
 * What the window keeps telling while this library is open.
 * @param path of its folder
 * @param failure why the last automatic backup failed
 */
export const noticesOf = (path: string, failure: Failure | null): Notice[] => {
  const cloud = cloudServiceOf(path)
  return [...(cloud === null ? [] : [cloudNotice(cloud)]), ...(failure === null ? [] : [backupFailed(failure)])]
}
