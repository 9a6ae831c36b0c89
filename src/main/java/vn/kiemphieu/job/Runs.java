package vn.kiemphieu.job;

import java.time.LocalDateTime;
import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The runs of one meeting, numbered, as the job repository keeps them. Whoever calls holds the ledger's lock, so a run
 * that the repository believes to be alive is dead, and is written off.
 *
 * <p>Every start is a run of its own, never a restart of an old one: a restart would keep the old number of threads, and
 * Spring Batch refuses it where a full disk left the old run in a state that could not be written. What is read already
 * is known by the ledger, page by page, and is not read again.
 */
final class Runs {

    private final JobRepository repository;
    private final TaskExecutorJobOperator operator = new TaskExecutorJobOperator();

    Runs(DataSource ledger, PlatformTransactionManager transactions) throws Exception {
        JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
        factory.setDataSource(ledger);
        factory.setTransactionManager(transactions);
        factory.afterPropertiesSet();
        this.repository = factory.getObject();
        operator.setJobRepository(repository);
        operator.setJobRegistry(new MapJobRegistry());
        operator.afterPropertiesSet();
    }

    JobRepository repository() {
        return repository;
    }

    /** Runs the job to its end, in this thread. */
    JobExecution run(Job job) throws Exception {
        long last = 0;
        for (JobInstance instance : repository.findJobInstances(job.getName())) {
            repository.getJobExecutions(instance).forEach(this::writeOff);
            last++;
        }
        JobParameters number =
                new JobParametersBuilder().addLong("run", last + 1).toJobParameters();
        return operator.start(job, number);
    }

    /** A run that ended without a word: killed, or on a full disk. */
    private void writeOff(JobExecution execution) {
        if (isOver(execution.getStatus())) {
            return;
        }
        for (StepExecution step : execution.getStepExecutions()) {
            if (!isOver(step.getStatus())) {
                step.setStatus(BatchStatus.ABANDONED);
                step.setEndTime(LocalDateTime.now());
                repository.update(step);
            }
        }
        execution.setStatus(BatchStatus.ABANDONED);
        execution.setEndTime(LocalDateTime.now());
        repository.update(execution);
    }

    private static boolean isOver(BatchStatus status) {
        return !status.isRunning() && status != BatchStatus.UNKNOWN;
    }
}
