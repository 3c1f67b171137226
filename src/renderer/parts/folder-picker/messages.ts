import type { FolderPlace } from '../../../shared/contract/folders'
import { defineMessages, plural } from '../../i18n/messages'

/** Names of the places one begins at; those without a name of their own show the folder's. */
export const placeNames = defineMessages<Record<Exclude<FolderPlace['kind'], 'drive' | 'recent'>, string>>(
  { home: '我的文件夹', desktop: '桌面', documents: '文档', downloads: '下载' },
  { home: 'My folder', desktop: 'Desktop', documents: 'Documents', downloads: 'Downloads' },
)

export const messages = defineMessages(
  {
    browse: '选择…',
    title: '选择文件夹',
    path: '位置',
    go: '打开',
    up: '上一级',
    places: '常用位置',
    drives: '磁盘',
    wholeDisk: '整个磁盘',
    recent: '最近用过',
    folders: '这里的文件夹',
    none: '这里没有文件夹，可以直接选这里，也可以新建一个。',
    more: (count: number) => `还有 ${count} 个没有列出，可以在上面写出完整位置。`,
    newFolder: '新建文件夹',
    newName: '新文件夹的名字',
    make: '新建',
    cancel: '取消',
    choose: '选这个文件夹',
    open: '打开文件夹',
    copy: '复制文件夹位置',
    copied: '位置已复制，可以粘贴了',
  },
  {
    browse: 'Browse…',
    title: 'Choose a folder',
    path: 'Location',
    go: 'Open',
    up: 'Up one level',
    places: 'Places',
    drives: 'Disks',
    wholeDisk: 'The whole disk',
    recent: 'Used lately',
    folders: 'Folders here',
    none: 'There are no folders here. Choose this one, or make a new one.',
    more: (count: number) => `${plural(count, 'more folder')} not listed; type the whole location above.`,
    newFolder: 'New folder',
    newName: 'Name of the new folder',
    make: 'Make it',
    cancel: 'Cancel',
    choose: 'Choose this folder',
    open: 'Open the folder',
    copy: 'Copy the folder’s location',
    copied: 'Location copied, ready to paste',
  },
)
