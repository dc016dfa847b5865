// The catalogue as a file: taken in as a whole or not at all, and written so that it can be taken in again.
import { useRef, useState } from 'react'
import { Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { IMPORT_KINDS } from '#shared/contract/catalogue-import.ts'
import type { ImportKind } from '#shared/contract/catalogue-import.ts'
import { KeyCap } from '#renderer/components/key-cap.tsx'
import { ProblemLine } from '#renderer/components/panel-states.tsx'
import { useAsk } from '#renderer/lib/api.ts'
import { useShortcuts } from '#renderer/lib/keys.ts'
import { useNav } from '#renderer/lib/nav.ts'
import { allHeads, languageOf } from './heads.ts'
import { ImportResult } from './import-result.tsx'
import { useImport } from './use-import.ts'
import { useSaveTable } from './use-save-table.ts'

export const FilesView = () => {
  const { t } = useTranslation('catalogue')
  const { notice } = useNav()
  const chooser = useRef<HTMLInputElement>(null)
  const [kind, setKind] = useState<ImportKind>('part')
  const taking = useImport(kind)
  const saving = useSaveTable((fileName) => notice('good', t('files.written', { fileName })))
  const write = useExport(kind, saving.save)
  const choose = () => chooser.current?.click()
  const turnTo = (next: ImportKind) => {
    taking.forget()
    setKind(next)
  }
  useShortcuts([
    ...IMPORT_KINDS.map((one, index) => ({
      keys: `Ctrl+Shift+${index + 1}`,
      label: `${t('files.kind')} · ${t(`files.kindOf.${one}`)}`,
      run: () => turnTo(one),
    })),
    { keys: 'Ctrl+O', label: t('files.choose'), run: choose },
    { keys: 'Ctrl+E', label: t('files.exportXlsx'), run: () => void write('xlsx') },
    { keys: 'Ctrl+Shift+E', label: t('files.exportCsv'), run: () => void write('csv') },
  ])
  return (
    <div className="catalogue-files">
      <div className="catalogue-bar">
        <Segmented
          aria-label={t('files.kind')}
          value={kind}
          options={IMPORT_KINDS.map((one, index) => ({
            value: one,
            label: (
              <>
                {t(`files.kindOf.${one}`)}
                <KeyCap keys={`Ctrl+Shift+${index + 1}`} />
              </>
            ),
          }))}
          onChange={turnTo}
        />
        <Button
          type={taking.looked ? 'default' : 'primary'}
          data-autofocus
          loading={taking.busy}
          onClick={choose}
        >
          {t('files.choose')}
          <KeyCap keys="Ctrl+O" />
        </Button>
        <span className="stretch" />
        <Button loading={saving.busy} onClick={() => void write('xlsx')}>
          {t('files.exportXlsx')}
          <KeyCap keys="Ctrl+E" />
        </Button>
        <Button loading={saving.busy} onClick={() => void write('csv')}>
          {t('files.exportCsv')}
          <KeyCap keys="Ctrl+Shift+E" />
        </Button>
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".csv,.xlsx,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          aria-label={t('files.choose')}
          onChange={(event) => {
            const [file] = event.target.files ?? []
            event.target.value = ''
            if (file) void taking.choose(file)
          }}
        />
      </div>
      <ProblemLine problem={taking.problem ?? saving.problem} />
      {taking.looked && (
        <ImportResult
          key={taking.looked.file}
          looked={taking.looked}
          busy={taking.busy}
          save={saving.save}
          onTake={() => void taking.takeIn()}
          onForget={taking.forget}
        />
      )}
      {taking.taken && (
        <p className="sheet catalogue-say catalogue-say-good" role="status">
          {t('files.taken', { name: taking.taken.name, ...taking.taken.counts })}
        </p>
      )}
      {!taking.looked && <About kind={kind} />}
    </div>
  )
}

const useExport = (kind: ImportKind, save: ReturnType<typeof useSaveTable>['save']) => {
  const { t, i18n } = useTranslation('catalogue')
  const ask = useAsk()
  const language = languageOf(i18n.language)
  return (format: 'csv' | 'xlsx') =>
    save(async () => {
      const made = await ask('catalogue.export', { kind, format, language })
      return made.ok
        ? { ok: true, value: { fileName: t(`files.exportName.${kind}`), format, data: made.value.data } }
        : made
    })
}

/** What a file has to look like; most people start from an export. */
const About = ({ kind }: { kind: ImportKind }) => {
  const { t, i18n } = useTranslation('catalogue')
  const heads = allHeads(kind, languageOf(i18n.language))
  return (
    <section className="sheet catalogue-about" aria-label={t('files.about.title')}>
      <h2>{t('files.about.title')}</h2>
      <ul>
        <li>
          {t('files.kinds')} · {t('files.about.heads')}
        </li>
        <li>{t('files.about.code')}</li>
        <li>{t('files.about.whole')}</li>
        <li>{t('files.about.start')}</li>
      </ul>
      <p className="faint selectable">{t('files.about.columns', { heads: heads.join(t('separator')) })}</p>
    </section>
  )
}
