import type { MenuItemConstructorOptions } from 'electron'
import type { Language } from '../../shared/language'

const words = {
  'zh-CN': {
    file: '文件', newWindow: '新建窗口', close: '关闭窗口', quit: '退出讲台',
    edit: '编辑', undo: '撤销', redo: '重做', cut: '剪切', copy: '复制', paste: '粘贴', selectAll: '全选',
    view: '显示', zoomIn: '放大', zoomOut: '缩小', actualSize: '实际大小', fullScreen: '全屏',
    window: '窗口', minimize: '最小化', help: '帮助', about: '关于讲台', developer: '开发者工具',
  },
  en: {
    file: 'File', newWindow: 'New Window', close: 'Close Window', quit: 'Quit Lectern',
    edit: 'Edit', undo: 'Undo', redo: 'Redo', cut: 'Cut', copy: 'Copy', paste: 'Paste', selectAll: 'Select All',
    view: 'View', zoomIn: 'Zoom In', zoomOut: 'Zoom Out', actualSize: 'Actual Size', fullScreen: 'Full Screen',
    window: 'Window', minimize: 'Minimize', help: 'Help', about: 'About Lectern', developer: 'Developer Tools',
  },
} as const satisfies Record<Language, Record<string, string>>

/**
 * The application's menu. Accelerators of the edit menu act only when the page leaves a key to them, so the library's own undo comes first.
 * @param deeds what the items without a role do
 */
export function menuTemplate(language: Language, options: { mac: boolean; developer: boolean }, deeds: { newWindow: () => void }): MenuItemConstructorOptions[] {
  const say = words[language]
  const quit: MenuItemConstructorOptions = { role: 'quit', label: say.quit, accelerator: 'CmdOrCtrl+Q' }
  const application: MenuItemConstructorOptions[] = options.mac ? [{ label: 'Lectern', submenu: [{ role: 'about', label: say.about }, { type: 'separator' }, { role: 'hide' }, { role: 'unhide' }, { type: 'separator' }, quit] }] : []
  return [
    ...application,
    {
      label: say.file,
      submenu: [
        { label: say.newWindow, accelerator: 'CmdOrCtrl+Shift+N', click: deeds.newWindow },
        { role: 'close', label: say.close, accelerator: 'CmdOrCtrl+W' },
        ...(options.mac ? [] : [{ type: 'separator' } as const, quit]),
      ],
    },
    {
      label: say.edit,
      submenu: [
        { role: 'undo', label: say.undo, accelerator: 'CmdOrCtrl+Z' },
        { role: 'redo', label: say.redo, accelerator: 'CmdOrCtrl+Shift+Z' },
        { type: 'separator' },
        { role: 'cut', label: say.cut, accelerator: 'CmdOrCtrl+X' },
        { role: 'copy', label: say.copy, accelerator: 'CmdOrCtrl+C' },
        { role: 'paste', label: say.paste, accelerator: 'CmdOrCtrl+V' },
        { role: 'selectAll', label: say.selectAll, accelerator: 'CmdOrCtrl+A' },
      ],
    },
    {
      label: say.view,
      submenu: [
        { role: 'zoomIn', label: say.zoomIn, accelerator: 'CmdOrCtrl+=' },
        { role: 'zoomOut', label: say.zoomOut, accelerator: 'CmdOrCtrl+-' },
        { role: 'resetZoom', label: say.actualSize, accelerator: 'CmdOrCtrl+0' },
        { type: 'separator' },
        { role: 'togglefullscreen', label: say.fullScreen, accelerator: options.mac ? 'Ctrl+Cmd+F' : 'F11' },
        ...(options.developer ? [{ type: 'separator' } as const, { role: 'toggleDevTools', label: say.developer } as const] : []),
      ],
    },
    { label: say.window, submenu: [{ role: 'minimize', label: say.minimize, accelerator: 'CmdOrCtrl+M' }] },
    ...(options.mac ? [] : [{ label: say.help, submenu: [{ role: 'about', label: say.about } as const] }]),
  ]
}
