import { aggregatePlace } from './calls/aggregatePlace.ts';
import { argumentCount } from './calls/argumentCount.ts';
import { argumentType } from './calls/argumentType.ts';
import { overNeeded } from './calls/overNeeded.ts';
import { tableFunctionPlace } from './calls/tableFunctionPlace.ts';
import type { Check } from './check.ts';
import { connectorRole } from './connectors/connectorRole.ts';
import { propertyMissing } from './connectors/propertyMissing.ts';
import { propertyRange } from './connectors/propertyRange.ts';
import { propertyRole } from './connectors/propertyRole.ts';
import { propertyTwice } from './connectors/propertyTwice.ts';
import { propertyUnknown } from './connectors/propertyUnknown.ts';
import { propertyValue } from './connectors/propertyValue.ts';
import { secret } from './connectors/secret.ts';
import { typeMissing } from './connectors/typeMissing.ts';
import { typeUnknown } from './connectors/typeUnknown.ts';
import { otherDialect } from './dialect/otherDialect.ts';
import { rowTimeJoin } from './joins/rowTimeJoin.ts';
import { systemTime } from './joins/systemTime.ts';
import { apostrophe } from './lexical/apostrophe.ts';
import { fullWidth } from './lexical/fullWidth.ts';
import { nonAscii } from './lexical/nonAscii.ts';
import { openQuote } from './lexical/openQuote.ts';
import { notEqual, percent } from './lexical/operators.ts';
import { reservedName } from './lexical/reservedName.ts';
import { ambiguousColumn } from './names/ambiguousColumn.ts';
import { groupByAlias } from './names/groupByAlias.ts';
import { nameCase } from './names/nameCase.ts';
import { unknownAlias } from './names/unknownAlias.ts';
import { unknownColumn } from './names/unknownColumn.ts';
import { unknownFunction } from './names/unknownFunction.ts';
import { unknownTable } from './names/unknownTable.ts';
import { viewOrder } from './names/viewOrder.ts';
import { duplicateAlias } from './queries/duplicateAlias.ts';
import { duplicateColumn } from './queries/duplicateColumn.ts';
import { emitWindow } from './queries/emitWindow.ts';
import { having } from './queries/having.ts';
import { insertColumns } from './queries/insertColumns.ts';
import { insertTypes } from './queries/insertTypes.ts';
import { joinCondition } from './queries/joinCondition.ts';
import { notGrouped } from './queries/notGrouped.ts';
import { streamOrder } from './queries/streamOrder.ts';
import { unionColumns } from './queries/unionColumns.ts';
import { viewColumns } from './queries/viewColumns.ts';
import { rankFilter } from './ranks/rankFilter.ts';
import { rankOrder } from './ranks/rankOrder.ts';
import { topN } from './ranks/topN.ts';
import { dimensionJoin } from './roles/dimensionJoin.ts';
import { dimensionKey } from './roles/dimensionKey.ts';
import { dimensionRead } from './roles/dimensionRead.ts';
import { sinkColumns } from './roles/sinkColumns.ts';
import { sinkRead } from './roles/sinkRead.ts';
import { writeTarget } from './roles/writeTarget.ts';
import { duplicateName } from './script/duplicateName.ts';
import { noEffect } from './script/noEffect.ts';
import { noInsert } from './script/noInsert.ts';
import { unused } from './script/unused.ts';
import { columnType } from './tables/columnType.ts';
import { keyColumn } from './tables/keyColumn.ts';
import { watermarkColumn } from './tables/watermarkColumn.ts';
import { comparisonType } from './types/comparisonType.ts';
import { conditionType } from './types/conditionType.ts';
import { intervalPrecision } from './windows/intervalPrecision.ts';
import { overWindow } from './windows/overWindow.ts';
import { windowPlace } from './windows/windowPlace.ts';
import { windowTable } from './windows/windowTable.ts';
import { windowTime } from './windows/windowTime.ts';

/** Every check, in the order of the docs. */
export const CHECKS: readonly Check[] = [
  unknownTable,
  viewOrder,
  unknownColumn,
  unknownAlias,
  ambiguousColumn,
  unknownFunction,
  groupByAlias,
  nameCase,
  duplicateName,
  duplicateAlias,
  duplicateColumn,
  argumentCount,
  argumentType,
  comparisonType,
  conditionType,
  aggregatePlace,
  overNeeded,
  tableFunctionPlace,
  notGrouped,
  having,
  insertColumns,
  insertTypes,
  unionColumns,
  viewColumns,
  columnType,
  keyColumn,
  watermarkColumn,
  windowTime,
  windowPlace,
  windowTable,
  intervalPrecision,
  emitWindow,
  overWindow,
  topN,
  rankFilter,
  rankOrder,
  streamOrder,
  joinCondition,
  rowTimeJoin,
  dimensionRead,
  dimensionJoin,
  dimensionKey,
  systemTime,
  writeTarget,
  sinkColumns,
  sinkRead,
  typeMissing,
  typeUnknown,
  connectorRole,
  propertyMissing,
  propertyUnknown,
  propertyValue,
  propertyRange,
  propertyRole,
  propertyTwice,
  secret,
  reservedName,
  notEqual,
  percent,
  fullWidth,
  apostrophe,
  openQuote,
  otherDialect,
  nonAscii,
  noEffect,
  noInsert,
  unused,
];
