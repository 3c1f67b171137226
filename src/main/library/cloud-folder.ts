import type { Notice } from '../../shared/contract/app'
import type { Localized } from '../../shared/language'

const same = (name: string): Localized => ({ 'zh-CN': name, en: name })

/**
 * Names that synchronising programs give their folders, as they stand in a path between two separators. iCloud Drive lies in `Mobile Documents`, and macOS
 * keeps what other providers synchronise in `CloudStorage`.
 */
const services: readonly { readonly folder: RegExp; readonly name: Localized }[] = [
  { folder: /^onedrive(?:\b|[ _-].*)$/, name: same('OneDrive') },
  { folder: /^(?:icloud ?drive|mobile documents|com~apple~clouddocs)$/, name: same('iCloud') },
  { folder: /^dropbox(?:[ (].*)?$/, name: same('Dropbox') },
  { folder: /^(?:google ?drive|my drive|我的云端硬盘)(?:[ (].*)?$/, name: same('Google Drive') },
  { folder: /^(?:nutstore(?: files)?|我的坚果云|坚果云)(?:[ (\d].*)?$/, name: { 'zh-CN': '坚果云', en: 'Nutstore' } },
  { folder: /^(?:baidu ?netdisk(?:workspace|download)?|baidusyncdisk|百度网盘.*|百度云同步盘)$/, name: { 'zh-CN': '百度网盘', en: 'Baidu Netdisk' } },
  { folder: /^(?:weiyun|微云)(?:同步.*)?$/, name: { 'zh-CN': '微云', en: 'Weiyun' } },
  { folder: /^(?:wps ?云盘|wps cloud files|kingsoft docs)$/, name: { 'zh-CN': 'WPS 云盘', en: 'WPS Cloud' } },
  { folder: /^cloudstorage$/, name: { 'zh-CN': '云盘', en: 'a cloud drive' } },
]

/**
 * The service that seems to synchronise a folder, by the names in its path; null when none does. A hint, not a proof.
 * @param path absolute
 */
export const cloudServiceOf = (path: string): Localized | null => {
  const names = path.toLowerCase().split(/[/\\]/)
  return services.find(({ folder }) => names.some((name) => folder.test(name)))?.name ?? null
}

export const cloudNotice = (service: Localized): Notice => ({
  code: 'cloud-folder',
  message: {
    'zh-CN': `素材库放在${service['zh-CN']}同步的文件夹里。同步时可能会用旧文件换掉新内容；建议把素材库移到普通文件夹，只把备份文件放进网盘。`,
    en: `The library lies in a folder that ${service.en} synchronises, which may put an older file in the place of a newer one. Better keep the library in an ordinary folder and only backups in the cloud.`,
  },
})
