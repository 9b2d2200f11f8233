{{- define "scorecard-ocr.operatorEnv" -}}
- name: SCORECARD_NAMESPACE
  valueFrom:
    fieldRef:
      fieldPath: metadata.namespace
{{ include "scorecard-ocr.databaseUrl" . }}
- name: SCORECARD_RUNNER_TEMPLATE_FILE
  value: /etc/scorecard-operator/runner-pod.yaml
- name: SCORECARD_ESCALATED_RUNNER_TEMPLATE_FILE
  value: /etc/scorecard-operator/runner-pod-escalated.yaml
- name: SCORECARD_ESCALATE
  value: {{ .Values.runner.escalate | quote }}
- name: SCORECARD_HEALTH_PORT
  value: "8080"
- name: CRICKSY_LOG_LEVEL
  value: {{ .Values.logLevel | quote }}
- name: SCORECARD_LIVE_SETTINGS_CONFIG_MAP
  value: {{ include "scorecard-ocr.liveConfigMap" . }}
- name: SCORECARD_MAX_CONCURRENT_JOBS
  value: {{ int64 .Values.limits.maxConcurrentJobs | quote }}
- name: SCORECARD_MAX_CONCURRENT_JOBS_PER_TENANT
  value: {{ int64 .Values.limits.maxConcurrentJobsPerTenant | quote }}
- name: SCORECARD_MAX_CONCURRENT_JOBS_PER_NAMESPACE
  value: {{ int64 .Values.limits.maxConcurrentJobsPerNamespace | quote }}
- name: SCORECARD_LAUNCHES_PER_MINUTE
  value: {{ int64 .Values.limits.launchesPerMinute | quote }}
- name: SCORECARD_PRIORITY_AGEING_SECONDS
  value: {{ int64 .Values.queue.priorityAgeingSeconds | quote }}
- name: SCORECARD_TENANT_WEIGHTS
  value: {{ include "scorecard-ocr.tenantWeights" .Values.queue.tenantWeights | quote }}
- name: SCORECARD_KUEUE_QUEUE_NAME
  value: {{ .Values.kueue.queueName | quote }}
- name: SCORECARD_RUN_TIMEOUT_SECONDS
  value: {{ int64 .Values.limits.runTimeoutSeconds | quote }}
- name: SCORECARD_START_DEADLINE_SECONDS
  value: {{ int64 .Values.limits.startDeadlineSeconds | quote }}
- name: SCORECARD_JOB_TTL_SECONDS
  value: {{ int64 .Values.limits.jobTtlSeconds | quote }}
- name: SCORECARD_UPLOAD_TTL_SECONDS
  value: {{ int64 .Values.retention.uploadTtlSeconds | quote }}
- name: SCORECARD_FAILED_UPLOAD_TTL_SECONDS
  value: {{ int64 .Values.retention.failedUploadTtlSeconds | quote }}
- name: SCORECARD_ATTEMPTS_RETENTION_DAYS
  value: {{ int64 .Values.retention.attemptsDays | quote }}
- name: SCORECARD_SWEEP
  value: {{ .Values.sweep.enabled | quote }}
- name: SCORECARD_SWEEP_AFTER_SECONDS
  value: {{ int64 .Values.sweep.afterSeconds | quote }}
- name: SCORECARD_SWEEP_INTERVAL_SECONDS
  value: {{ int64 .Values.sweep.intervalSeconds | quote }}
- name: SCORECARD_SWEEP_QUEUE_LIMIT
  value: {{ int64 .Values.sweep.queueLimit | quote }}
- name: SCORECARD_SWEEP_TENANT
  value: {{ .Values.sweep.tenant | quote }}
- name: SCORECARD_MEMORY_LIMIT_CAP
  value: {{ .Values.limits.runnerMemoryCap | quote }}
- name: SCORECARD_RESYNC_INTERVAL_SECONDS
  value: {{ int64 .Values.operator.resyncIntervalSeconds | quote }}
- name: SCORECARD_MAX_ATTEMPTS
  value: {{ int64 .Values.retry.application.maxAttempts | quote }}
- name: SCORECARD_DEPENDENCY_MAX_ATTEMPTS
  value: {{ int64 .Values.retry.dependency.maxAttempts | quote }}
- name: SCORECARD_INFRASTRUCTURE_MAX_ATTEMPTS
  value: {{ int64 .Values.retry.infrastructure.maxAttempts | quote }}
- name: SCORECARD_BREAKER_FAILURES
  value: {{ int64 .Values.breaker.failures | quote }}
- name: SCORECARD_MEMORY_MAX_ATTEMPTS
  value: {{ int64 .Values.retry.memory.maxAttempts | quote }}
- name: SCORECARD_APPLICATION_BACKOFF_SECONDS
  value: {{ .Values.retry.application.backoffSeconds | quote }}
- name: SCORECARD_DEPENDENCY_BACKOFF_SECONDS
  value: {{ .Values.retry.dependency.backoffSeconds | quote }}
- name: SCORECARD_INFRASTRUCTURE_BACKOFF_SECONDS
  value: {{ .Values.retry.infrastructure.backoffSeconds | quote }}
- name: SCORECARD_BACKOFF_CAP_SECONDS
  value: {{ .Values.retry.backoffCapSeconds | quote }}
{{- with .Values.operator.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "scorecard-ocr.tenantWeights" -}}
{{- $pairs := list -}}
{{- range $tenant, $weight := . }}{{ $pairs = append $pairs (printf "%s=%v" $tenant $weight) }}{{ end -}}
{{- join "," $pairs -}}
{{- end -}}
