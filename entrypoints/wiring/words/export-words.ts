import { i18n } from '#i18n';
import { CSV_COLUMNS, type CsvColumn, type ExportWords } from '../../../data/export/words';

/** The words an export adds of its own, in the user's language. */
export function exportWords(): ExportWords {
  return {
    title: i18n.t('export.words.title'),
    exportedOn: i18n.t('export.words.exportedOn'),
    expected: i18n.t('export.words.expected'),
    carriedOver: i18n.t('export.words.carriedOver', ['{level}']),
    unstated: i18n.t('export.words.unstated', ['{level}']),
    note: i18n.t('export.words.note'),
    kinds: {
      self: i18n.t('kind.self'),
      peer: i18n.t('kind.peer'),
      manager: i18n.t('kind.manager'),
    },
    pasted: i18n.t('evidence.pasted'),
    unplaced: i18n.t('export.words.unplaced'),
    noLevel: i18n.t('export.words.noLevel'),
    nothing: i18n.t('export.words.nothing'),
    columns: Object.fromEntries(
      CSV_COLUMNS.map((column) => [column, i18n.t(`export.columns.${column}`)]),
    ) as Record<CsvColumn, string>,
  };
}
