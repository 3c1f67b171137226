import { assertNever } from '../../shared/assert-never'
import type { Answer } from './answer'
import type { Arguments, CommandName } from './arguments'
import { backup, restore, showBackupFile } from './commands/backup'
import { exportBundle, exportMarkdown, mergeBundleFile, showBundle } from './commands/bundle'
import { check } from './commands/check'
import { demo } from './commands/demo'
import { importDesignFile, listDesigns, removeDesign } from './commands/design'
import { doctor } from './commands/doctor'
import { exportFiles } from './commands/export'
import { importFiles } from './commands/import'
import { list } from './commands/list'
import { exportSchoolTable, importSchools } from './commands/schools'
import { packTalk } from './commands/pack'
import { search } from './commands/search'
import { show } from './commands/show'
import { exportTalkFile, importTalkFile } from './commands/talk'
import { keepTalk, listVersions, restoreVersion } from './commands/talk-versions'
import type { Session } from './session'

/** @param command as parsed: the number of operands is already right for it */
export function runCommand(session: Session, command: CommandName, { operands, values }: Arguments): Promise<Answer> {
  const [first = '', second = ''] = operands
  switch (command) {
    case 'import':
      return importFiles(session, operands)
    case 'search':
      return search(session, operands, values)
    case 'show':
      return show(session, first)
    case 'list':
      return list(session, first)
    case 'talk import':
      return importTalkFile(session, first)
    case 'talk export':
      return exportTalkFile(session, first, values.to)
    case 'talk versions':
      return listVersions(session, first)
    case 'talk keep':
      return keepTalk(session, first, values.name)
    case 'talk restore':
      return restoreVersion(session, first, second)
    case 'design import':
      return importDesignFile(session, first, values.name)
    case 'design list':
      return listDesigns(session)
    case 'design remove':
      return removeDesign(session, first)
    case 'check':
      return check(session, first, values.audience)
    case 'export':
      return exportFiles(session, first, values)
    case 'schools import':
      return importSchools(session, first, values)
    case 'schools export':
      return exportSchoolTable(session, values.to)
    case 'pack':
      return packTalk(session, first, values)
    case 'backup':
      return backup(session, values.to)
    case 'backup show':
      return showBackupFile(session, first)
    case 'restore':
      return restore(session, first)
    case 'bundle export':
      return exportBundle(session, operands, values.to)
    case 'bundle show':
      return showBundle(session, first)
    case 'bundle merge':
      return mergeBundleFile(session, first)
    case 'markdown':
      return exportMarkdown(session, operands, values.to)
    case 'doctor':
      return doctor(session, values.repair === true)
    case 'demo':
      return demo(session)
    default:
      return assertNever(command)
  }
}
