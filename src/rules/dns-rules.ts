import { corefileBraceGlued } from './corefile-brace-glued';
import { corefileBraceNextLine } from './corefile-brace-next-line';
import { corefileCacheInOverride } from './corefile-cache-in-override';
import { corefileCacheOption } from './corefile-cache-option';
import { corefileCacheVariable } from './corefile-cache-variable';
import { corefileCacheZone } from './corefile-cache-zone';
import { corefileClusterZone } from './corefile-cluster-zone';
import { corefileCustomSuffix } from './corefile-custom-suffix';
import { corefileDenialZero } from './corefile-denial-zero';
import { corefileDisableTwice } from './corefile-disable-twice';
import { corefileDisableTwoKinds } from './corefile-disable-two-kinds';
import { corefileInvalid } from './corefile-invalid';
import { corefileKeyComma } from './corefile-key-comma';
import { corefileOneLineBlock } from './corefile-one-line-block';
import { corefilePluginOnce } from './corefile-plugin-once';
import { corefilePluginSetup } from './corefile-plugin-setup';
import { corefileRefreshLeak } from './corefile-refresh-leak';
import { corefileServerBlockKeys } from './corefile-server-block-keys';
import { corefileTtlRaised } from './corefile-ttl-raised';
import { corefileUnpaired } from './corefile-unpaired';
import { corefileZoneTwice } from './corefile-zone-twice';
import { dnsNegativeCache } from './dns-negative-cache';
import type { Rule } from './rule';

export const DNS_RULES: readonly Rule[] = [
  corefileInvalid,
  corefileOneLineBlock,
  corefileBraceNextLine,
  corefileBraceGlued,
  corefileUnpaired,
  corefileServerBlockKeys,
  corefileClusterZone,
  corefileKeyComma,
  corefileZoneTwice,
  corefilePluginOnce,
  corefilePluginSetup,
  corefileCacheOption,
  corefileCustomSuffix,
  corefileCacheInOverride,
  corefileCacheZone,
  corefileCacheVariable,
  corefileDenialZero,
  corefileDisableTwice,
  corefileDisableTwoKinds,
  corefileTtlRaised,
  corefileRefreshLeak,
  dnsNegativeCache,
];
