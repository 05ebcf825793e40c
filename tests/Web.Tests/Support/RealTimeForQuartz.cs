using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Guildhall.Web.Tests.Support;

/// <summary>
/// Lets the scheduler wait by the real clock while its jobs, like everything else, are told the test's time. Quartz can be given a clock of
/// its own only when it is not the container's only scheduler.
/// </summary>
internal sealed class RealTimeForQuartz(IServiceProvider services) : IKeyedServiceProvider
{
    public static void Use(IServiceCollection services)
    {
        foreach (var (index, service) in services.Index().ToList())
        {
            if (service is { IsKeyedService: false, Lifetime: ServiceLifetime.Singleton, ImplementationFactory: { } make }
                && service.ServiceType.Assembly == typeof(IScheduler).Assembly)
                services[index] = new ServiceDescriptor(service.ServiceType, inner => make(new RealTimeForQuartz(inner)), ServiceLifetime.Singleton);
        }
    }

    public object? GetService(Type serviceType) => serviceType == typeof(TimeProvider) ? TimeProvider.System : services.GetService(serviceType);

    public object? GetKeyedService(Type serviceType, object? serviceKey) => ((IKeyedServiceProvider)services).GetKeyedService(serviceType, serviceKey);

    public object GetRequiredKeyedService(Type serviceType, object? serviceKey) => services.GetRequiredKeyedService(serviceType, serviceKey);
}
